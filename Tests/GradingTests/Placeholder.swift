// GradingTests
