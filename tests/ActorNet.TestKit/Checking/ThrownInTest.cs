using System.Runtime.ExceptionServices;

namespace ActorNet.TestKit;

/// <summary>
/// Remembers what the test threw last, so that a check on leaving the test can say it together with what it found: an exception that leaves a <c>Dispose</c> takes the place of
/// the one that led there. What happens inside the lab's own calls does not count.
/// </summary>
internal sealed class ThrownInTest : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _inside;

    public ThrownInTest() => AppDomain.CurrentDomain.FirstChanceException += OnThrown;

    /// <summary>The last one; null when there was none.</summary>
    public Exception? Last { get; private set; }

    public void Enter() => _inside++;

    public void Leave() => _inside--;

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= OnThrown;

    private void OnThrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (Environment.CurrentManagedThreadId == _thread && (_inside == 0 || thrown.Exception is LabFailureException)) Last = thrown.Exception;
    }
}
