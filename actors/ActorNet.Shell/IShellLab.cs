using ActorNet.Core;

namespace ActorNet.Shell;

/// <summary>
/// The lab that a session works on: one of its own on a virtual clock, or a running topology in real time. A session asks for one thing at a time and waits for the
/// answer.
/// </summary>
public interface IShellLab : IAsyncDisposable
{
    /// <summary>Time passes only when the session says so.</summary>
    bool IsVirtual { get; }

    /// <summary>Time since the lab, or the session on it, began.</summary>
    Instant Now { get; }

    /// <summary>The lab's clock when <see cref="Now"/> was zero: what frames were stamped with counts from the same origin as this.</summary>
    Instant Origin { get; }

    /// <summary>The namespace that a session starts in: the unnamed initial one (empty), or a topology's first box.</summary>
    string HomeNamespace { get; }

    /// <summary>Who the session is, among those that watch the same devices.</summary>
    long Owner { get; }

    /// <summary>Asks the lab's actor. On a virtual clock everything that the request causes at this instant has happened when the answer is there.</summary>
    /// <exception cref="ShellException">There is no answer, or the lab does not come to rest.</exception>
    Task<object> AskAsync(object request);

    /// <summary>Lets time pass: on a virtual clock at once, otherwise really.</summary>
    /// <param name="nanoseconds">Not negative.</param>
    /// <exception cref="ShellException">The lab does not come to rest.</exception>
    Task PassTimeAsync(long nanoseconds);

    /// <summary>Begins anew with an empty lab.</summary>
    /// <exception cref="ShellException">The lab is a running topology.</exception>
    Task ResetAsync();
}
