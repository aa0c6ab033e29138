"""`python -m archivist`."""

from archivist.cli import main

if __name__ == "__main__":
    main()
