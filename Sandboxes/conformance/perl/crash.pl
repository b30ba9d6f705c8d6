kill ABRT => $$;
sleep;
