"""The hash by which a policy knows an inline script (Content Security Policy Level 3, section 2.3.1)."""

import base64
import hashlib


def script_hash(script: str) -> str:
    """`'sha256-…'`, as it stands in `script-src`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
