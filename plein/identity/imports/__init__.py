"""Files with people in them: read with named columns, kept sealed for a while, and made known."""
