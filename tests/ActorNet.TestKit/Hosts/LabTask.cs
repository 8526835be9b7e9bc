namespace ActorNet.TestKit;

/// <summary>Something a host does while virtual time passes: it goes on in every call that lets time pass.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
public sealed class LabTask<T>
{
    private readonly Lab _lab;
    private readonly Task<object> _answer;
    private readonly Func<object, T> _read;
    private readonly string _what;

    internal LabTask(Lab lab, Task<object> answer, string what, Func<object, T> read)
    {
        _lab = lab;
        _answer = answer;
        _what = what;
        _read = read;
    }

    /// <summary>Whether it is over.</summary>
    public bool IsDone => _answer.IsCompleted;

    /// <summary>Lets virtual time pass until it is over, a day at most.</summary>
    /// <returns>What it came to.</returns>
    /// <exception cref="LabFailureException">The host refused or crashed, or nothing will happen any more.</exception>
    public T Wait() => _read(_lab.Finish(_answer, _what));
}
