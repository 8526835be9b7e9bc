namespace ActorNet.Engine.Loops;

/// <summary>Lets ten failures a second reach the log and counts the rest, so that a callback that fails at each poll cannot fill a disk.</summary>
internal struct FailureThrottle
{
    private const int PerWindow = 10;
    private const long Window = 1_000_000_000;

    private long _windowStart;
    private int _inWindow;

    internal bool Admit(long now, out int suppressed)
    {
        suppressed = 0;
        if (_inWindow == 0 || now - _windowStart >= Window)
        {
            suppressed = Math.Max(0, _inWindow - PerWindow);
            _windowStart = now;
            _inWindow = 0;
        }
        return ++_inWindow <= PerWindow;
    }
}
