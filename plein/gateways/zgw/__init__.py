"""Case stores of others that speak ZGW: Zaken 1.5.1, Catalogi 1.3.1 and Documenten 1.4.2."""
