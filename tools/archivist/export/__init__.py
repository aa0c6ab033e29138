"""Records in, text out: one function a format."""
