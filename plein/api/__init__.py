"""The door of other people's software: ZGW and MijnTaken to read, and budgets to grant."""
