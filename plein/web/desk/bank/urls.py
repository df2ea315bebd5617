from django.urls import path

from plein.web.desk.bank import files, returns

urlpatterns = [
    path("", files.index, name="desk-bank"),
    path("terug/", returns.index, name="desk-returns"),
    path("terug/<uuid:returned_id>/", returns.settle, name="desk-return"),
    path("<uuid:bank_file_id>/", files.show, name="desk-bank-file"),
]
