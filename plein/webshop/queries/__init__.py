"""What pages ask of the shop: several tables for one page, in few queries."""
