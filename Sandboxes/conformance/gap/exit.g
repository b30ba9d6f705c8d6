ForceQuitGap(3);
