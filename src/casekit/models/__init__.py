"""The simulators: pure functions of numpy arrays and a seed."""
