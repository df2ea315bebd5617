"""Our aanvragen as ZGW: Zaken 1.5.1 and Catalogi 1.3.1, the part that a portal reads.

A case is a zaak, a published version of its type a zaaktype, its steps statustypen. What does not
fit (dossier, stoplicht, timeline, the days that a term stood still) is not told.
"""
