"""What is asked with an aanvraag: steps, questions and conditions, declared as data."""
