"""The one error that a user's file or request may cause; its sentences are in the catalogues."""


class DataError(Exception):
    """A file, a cell or a request that cannot be used, said as a code with its particulars.

    code: what is wrong, in snake_case; `components/language/error_messages` has the sentence for each.
    particulars: file, place, found, expected: whatever the sentence names.
    """

    def __init__(self, code: str, **particulars: object) -> None:
        self.code = code
        self.particulars = particulars
        super().__init__(code + "".join(f" {name}={value!r}" for name, value in particulars.items()))
