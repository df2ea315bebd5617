"""Income tax, its credits, and the payroll tax that is withheld on them."""
