"""What a resident does with an aanvraag before it is sent."""
