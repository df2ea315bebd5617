"""The PDOK Locatieserver of the Kadaster: where an address of the BAG is. Free, without a key."""
