"""The income that the tax authority registered (BRI), shared once by the resident.

The resident orders it in MijnOverheid and may stop on the way. We know what is shared (the
amount, its year and its status), not yet the exact message: it is to be checked when connected.
"""
