"""A payment provider: the resident pays on its pages, and no card data come near us.

We make a payment, send the browser to its page, and ask what became of it. Its message about a
payment names only the payment: what counts is what it answers when we ask.
"""
