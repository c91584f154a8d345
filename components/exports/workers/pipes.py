"""What an export and its child say to each other: blocks of a mark, a length and a content."""

from typing import BinaryIO

LENGTH = 8
# A part to make, going down; how far it is and its file, coming up.
PART, STEP, FILE = b"p", b"s", b"f"


def write_block(stream: BinaryIO, mark: bytes, content: bytes) -> None:
    """Write mark, length and content."""
    stream.write(mark + len(content).to_bytes(LENGTH, "big") + content)
    stream.flush()


def read_block(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Mark and content of one block, None where the other side is gone."""
    head = stream.read(1 + LENGTH)
    if len(head) < 1 + LENGTH:
        return None
    size = int.from_bytes(head[1:], "big")
    content = stream.read(size)
    return (head[:1], content) if len(content) == size else None


def step_content(done: int, of: int) -> bytes:
    return f"{done} {of}".encode()


def read_step(content: bytes) -> tuple[int, int]:
    done, of = content.split()
    return int(done), int(of)
