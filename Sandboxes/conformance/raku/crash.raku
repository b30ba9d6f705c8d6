run 'kill', '-KILL', ~$*PID;
