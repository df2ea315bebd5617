"""What organisations offer residents: work, volunteering, activities and courses; who responds."""
