MODULE broken;
BEGIN
  unknown := 1
END broken.
