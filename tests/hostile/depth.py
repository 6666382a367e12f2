"""How long the search for trouble lasts: `quick` within the usual tests, `deep` by HYPOTHESIS_PROFILE=deep."""

import os

from hypothesis import HealthCheck, settings

PROFILES = {"quick": 1, "deep": 40}
NAME = os.environ.get("HYPOTHESIS_PROFILE", "quick")
SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large)

for name in PROFILES:
    settings.register_profile(
        name, deadline=None, suppress_health_check=SLOW, derandomize=name == "quick", print_blob=True, database=None
    )


def tries(most: int) -> settings:
    """So many examples, or forty times as many where time is no matter."""
    return settings(settings.get_profile(NAME), max_examples=most * PROFILES[NAME])
