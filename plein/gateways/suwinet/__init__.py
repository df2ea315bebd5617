"""Suwinet-Inlezen: what UWV, SVB, DUO, RDW, Kadaster and other municipalities know (BKWI).

The messages follow the published SuwiML service definitions: SOAP 1.1, document/literal, one
namespace per service and version, elements below the root without a namespace (`envelope`). The
names are those of SuwiML. Four entities of UWV are in the SUWI register, but we have not seen
which service delivers them: `Uitkeringsverhouding`, `WerkloosheidClient`,
`ArbeidsgeschiktheidClient` and `UWVWerk`. We read them where `Inkomstenverhouding` stands, in the
answer of UWVDossierInkomstenGSD. When a municipality is connected, this is to be checked against
the exact schemas, and the message gets the headers and the signature that the SuwiML transaction
standard asks for.
"""
