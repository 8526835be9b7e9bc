using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ActorNet.Engine.TestKit;

/// <content>What a failure tells.</content>
public abstract partial class TestKitBase
{
    private const int Told = 10;

    private readonly Queue<Envelope> _taken = new(Told + 1);

    private void Remember(in Envelope got)
    {
        _taken.Enqueue(got);
        if (_taken.Count > Told) _taken.Dequeue();
    }

    /// <summary>Fails the test: what was expected and came, the last messages, the time.</summary>
    [DoesNotReturn]
    internal void Fail(string what, string? hint = null)
    {
        var text = new StringBuilder(what);
        if (!string.IsNullOrEmpty(hint)) text.Append("\n  hint: ").Append(hint);
        Append(text, "taken so far", _taken);
        Append(text, "not taken yet", _inbox.First(Told));
        if (_inbox.Refused > 0) text.Append($"\n  {_inbox.Refused} messages did not fit: {TestInbox.Limit} were waiting");
        text.Append("\n  at: ").Append(Clock.Describe());
        _assertions.Fail("{0}", text.ToString());
        throw new InvalidOperationException($"{_assertions.GetType()}.Fail has returned; it must throw. The failure: {text}");
    }

    private static void Append(StringBuilder text, string title, IReadOnlyCollection<Envelope> envelopes)
    {
        if (envelopes.Count == 0) return;
        text.Append("\n  ").Append(title).Append(envelopes.Count >= Told ? $" (of more, {Told}):" : ":");
        foreach (var envelope in envelopes) text.Append("\n    ").Append(Values.Text(envelope.Message)).Append(" from ").Append(envelope.Sender);
    }
}
