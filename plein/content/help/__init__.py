"""Short answers for who asks for help, about the kinds of pages of residents."""
