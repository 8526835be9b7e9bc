namespace ActorNet.Engine.TestKit;

/// <content>The next message must be one the test expects. Times given are stretched; null is <see cref="RemainingOrDefault"/>.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next message is of the type.</summary>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(Any<T>(), duration, hint, null, cancellationToken);

    /// <summary>The next message equals this one; sequences are equal when their elements are.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(Values.Text(message), timeout, hint, IsEqual(message), cancellationToken);

    /// <summary>The next message is of the type and satisfies the predicate.</summary>
    public T ExpectMsg<T>(Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        return Expect<T>($"{Any<T>()} that satisfies the predicate", timeout, hint, (message, _) => isMessage(message), cancellationToken);
    }

    /// <summary>The next message is of the type and passes the assertions, whose exception it lets through.</summary>
    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assert);
        var message = ExpectMsg<T>(timeout, hint, cancellationToken);
        assert(message);
        return message;
    }

    /// <summary>The next message is of the type and passes, with its sender, the assertions, whose exception it lets through.</summary>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertMessageAndSender);
        var message = ExpectMsg<T>(timeout, hint, cancellationToken);
        assertMessageAndSender(message, LastSender!);
        return message;
    }

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ExpectMsg<T>(duration, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(T, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ExpectMsg(message, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Predicate{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ExpectMsg(isMessage, timeout, hint, cancellationToken));

    /// <inheritdoc cref="ExpectMsg{T}(Action{T}, TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ExpectMsg(assert, timeout, hint, cancellationToken));

    /// <summary>The next message is of the type and from the sender.</summary>
    public T ExpectMsgFrom<T>(IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectFrom<T>(sender, Any<T>(), duration, hint, static _ => true, cancellationToken);

    /// <summary>The next message equals this one and is from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectFrom<T>(sender, Values.Text(message), timeout, hint, got => Values.AreEqual(message, got), cancellationToken);

    /// <summary>The next message is of the type, satisfies the predicate and is from the sender.</summary>
    public T ExpectMsgFrom<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        return ExpectFrom(sender, $"{Any<T>()} that satisfies the predicate", timeout, hint, isMessage, cancellationToken);
    }

    /// <summary>The next message tells the end of an actor that <see cref="Watch"/> was called for.</summary>
    public Terminated ExpectTerminated(IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Expect<Terminated>($"the end of {target}", timeout, hint, (message, _) => IsSame(target, message.ActorRef), cancellationToken);
    }

    /// <inheritdoc cref="ExpectTerminated"/>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ExpectTerminated(target, timeout, hint, cancellationToken));

    private T ExpectFrom<T>(IActorRef sender, string what, TimeSpan? timeout, string? hint, Predicate<T> isMessage, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sender);
        return Expect<T>($"{what} from {sender}", timeout, hint, (message, from) => isMessage(message) && IsSame(sender, from), token);
    }

    private T Expect<T>(string what, TimeSpan? timeout, string? hint, Func<T, IActorRef, bool>? isWanted, CancellationToken token)
    {
        var wait = RemainingOrDilated(timeout);
        if (!TryTake(Clock.DeadlineAfter(wait), token, out var got)) Fail($"Expected {what} within {Values.Text(wait)}, but nothing came.", hint);
        if (got.Message is T message && (isWanted is null || isWanted(message, got.Sender))) return message;
        Fail($"Expected {what}, but {Values.Text(got.Message)} came from {got.Sender}.", hint);
        return default;
    }

    private static Func<T, IActorRef, bool> IsEqual<T>(T expected) => (message, _) => Values.AreEqual(expected, message);

    /// <summary>Either way: a probe knows that it is its actor.</summary>
    private static bool IsSame(IActorRef expected, IActorRef actual) => expected.Equals(actual) || actual.Equals(expected);

    private static string Any<T>() => "a " + Values.TypeName(typeof(T));
}
