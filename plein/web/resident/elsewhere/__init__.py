"""What runs at other departments, beside what runs here."""
