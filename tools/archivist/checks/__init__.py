"""Rules about the archive: one function a rule, each fault with a stable code."""
