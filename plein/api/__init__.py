"""The door of other people's software: ZGW and MijnTaken, to read only."""
