"""Every process of `make run` listens at a port of its own."""

from django.conf import settings


def test_no_two_processes_share_a_port():
    ports = [
        settings.PORT,
        settings.DIGID_SIMULATOR_PORT,
        settings.SOURCES_SIMULATOR_PORT,
        settings.WALLET_SIMULATOR_PORT,
        settings.CLAMAV_SIMULATOR_PORT,
        settings.PAGES_PORT,
        settings.LIVE_PORT,
    ]

    assert len(set(ports)) == len(ports)
