"""What goes back and forth about a topic: tasks with their rounds, and events on a timeline."""
