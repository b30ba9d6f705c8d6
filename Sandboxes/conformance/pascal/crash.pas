uses
  BaseUnix;
begin
  FpKill(FpGetPid, SIGABRT);
end.
