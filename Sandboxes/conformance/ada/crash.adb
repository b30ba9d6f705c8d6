procedure Crash is
   procedure Send_To_Itself (Signal : Integer)
     with Import, Convention => C, External_Name => "raise";
begin
   Send_To_Itself (15);
end Crash;
