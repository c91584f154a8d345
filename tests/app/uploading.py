"""What an analyst does on Unggah: chooses a file, answers, confirms."""


def chosen(screen, content, name="kepesertaan.xlsx"):
    """Choose a file in the uploader, and run."""
    content = content if isinstance(content, bytes) else content.encode()
    screen.app.file_uploader[0].set_value((name, content, "application/octet-stream"))
    screen.app.run()
    assert screen.failed == []
    return screen


def answered(screen, key, value):
    """Choose in the widget whose key ends so, and run."""
    (widget,) = [one for one in screen.app.main if (getattr(one, "key", None) or "").endswith(f"_{key}")]
    widget.set_value(value)
    screen.app.run()
    assert screen.failed == []
    return screen


def confirmed(screen):
    """Say yes to the sentence of each column of figures."""
    for one in [one for one in screen.app.checkbox if "_sure_" in one.key]:
        one.set_value(True)
    screen.app.run()
    assert screen.failed == []
    return screen
