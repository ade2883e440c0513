"""What is sent and answered: a class for each schema of the documents."""

from ._generated.models import *  # noqa: F403
