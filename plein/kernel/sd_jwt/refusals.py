"""Why something that was shown is not accepted: one class per cause."""

from plein.kernel.refusal import Refusal


class NotAccepted(Refusal):
    message = "Deze verklaring is niet in orde. Vraag om een nieuwe."


class Malformed(NotAccepted):
    """No SD-JWT, or not one of the kind we speak."""


class TooLarge(NotAccepted):
    """More than an honest credential ever is."""


class WrongAlgorithm(NotAccepted):
    """Anything but ES256: `none`, or our public key used as a shared secret."""


class WrongTyp(NotAccepted):
    """A signed text of another kind, such as a login or a list."""


class UnknownIssuer(NotAccepted):
    message = "Wij kennen de afzender van deze verklaring niet."


class UnknownKey(NotAccepted):
    """The issuer has no key with this name."""


class WrongSignature(NotAccepted):
    """Changed after it was signed, or signed by somebody else."""


class UnknownCredential(NotAccepted):
    message = "Dit soort verklaring kennen wij niet."


class BrokenDisclosure(NotAccepted):
    """Not a salt, a name and a flat value."""


class UnknownDisclosure(NotAccepted):
    """The issuer never signed for this."""


class DoubleDisclosure(NotAccepted):
    """Shown twice, or two values under one name."""


class ReservedName(NotAccepted):
    """A claim that only the signed part may hold."""


class Expired(NotAccepted):
    message = "Deze verklaring is verlopen. Vraag om een nieuwe."


class NotYetValid(NotAccepted):
    message = "Deze verklaring is nog niet geldig."


class NoStatus(NotAccepted):
    """It does not say where one can see whether it still stands."""


class StatusUnknown(NotAccepted):
    message = "Wij kunnen nu niet zien of deze verklaring nog geldt. Probeer het later."


class Revoked(NotAccepted):
    message = "Deze verklaring is ingetrokken."


class Suspended(NotAccepted):
    message = "Deze verklaring staat nu stil."


class NoHolderKey(NotAccepted):
    """Bound to nobody: whoever finds it could show it."""


class NoHolderProof(NotAccepted):
    """Shown without proof that it is the holder who shows it."""


class WrongHolderProof(NotAccepted):
    """Signed with another key than the credential is bound to."""


class WrongNonce(NotAccepted):
    message = "Dit is een antwoord op een andere vraag. Begin opnieuw."


class WrongAudience(NotAccepted):
    message = "Dit is aan een ander gericht. Begin opnieuw."


class WrongPresentation(NotAccepted):
    """The proof belongs to another selection of claims."""


class ProofNotFresh(NotAccepted):
    message = "Dit duurde te lang. Begin opnieuw."
