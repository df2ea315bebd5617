"""One question to one operation of Suwinet-Inlezen."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import TypeVar

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason
from plein.gateways.deadline import Deadline
from plein.gateways.shape import read_plain
from plein.gateways.source import Source
from plein.gateways.suwinet.envelope import read_reply, write_question
from plein.gateways.suwinet.services import Operation
from plein.gateways.suwinet.values import Dossier
from plein.kernel.bsn import Bsn

D = TypeVar("D", bound=Dossier)
_SPEAKS_SOAP = {HTTPStatus.OK, HTTPStatus.INTERNAL_SERVER_ERROR}  # a fault comes with 500


class SuwinetLine(Source):
    def _ask(
        self, operation: Operation, shape: type[D], bsn: Bsn, deadline: Deadline
    ) -> Found[D] | NothingFound:
        return self._send(operation, shape, bsn, deadline, {"Burgerservicenr": bsn.reveal()})

    def _send(
        self,
        operation: Operation,
        shape: type[D],
        bsn: Bsn,
        deadline: Deadline,
        question: Mapping[str, str],
    ) -> Found[D] | NothingFound:
        """`bsn` is the person that the answer must be about."""
        content = write_question(operation, question)
        answer = self._post(operation.service.path, content, media="text/xml", deadline=deadline)
        if answer.status not in _SPEAKS_SOAP:
            raise AnswerRefused(Reason.STATUS)
        reply = read_reply(answer.body, operation)
        if reply.client is None:
            return NothingFound(reply.warnings)
        dossier = read_plain(shape, reply.client)
        if dossier.Burgerservicenr != bsn:
            raise AnswerRefused(Reason.OTHER_PERSON)
        return Found(dossier, reply.warnings)
