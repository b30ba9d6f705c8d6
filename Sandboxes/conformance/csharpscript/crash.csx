System.Diagnostics.Process.GetCurrentProcess().Kill();
