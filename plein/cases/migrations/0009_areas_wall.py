from django.db import migrations

from plein.kernel.wall import TenantWall

# Without extensions an exclusion compares ranges only: what has to be equal is a range of one.
ONE_OF_EACH = """
CREATE TYPE plein_textrange AS RANGE (subtype = text, collation = "C");
ALTER TABLE cases_areapart ADD CONSTRAINT cases_no_postcode_twice EXCLUDE USING gist (
    int8range(municipality_id, municipality_id, '[]') WITH &&, postcodes WITH &&
);
ALTER TABLE cases_areacontract ADD CONSTRAINT cases_one_organisation EXCLUDE USING gist (
    plein_textrange(area_id::text, area_id::text, '[]') WITH &&,
    plein_textrange(service, service, '[]') WITH &&,
    period WITH &&
);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_areas")]

    operations = [
        TenantWall("Area", "AreaPart", "AreaContract"),
        migrations.RunSQL(ONE_OF_EACH),
    ]
