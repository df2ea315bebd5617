"""Who cannot do it online does it together with us, by desk or phone, with the same outcome."""
