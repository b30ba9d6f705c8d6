(signal-process (emacs-pid) 'KILL)
