using System.Text.Json.Nodes;
using ActorNet.Actors;
using ActorNet.Actors.Messages;

namespace ActorNet.Shell;

/// <summary>A verb being carried out: its words, where, and what it has to say.</summary>
internal sealed class VerbCall
{
    public VerbCall(ShellSession session, ShellVerb verb, string ns, WordReader words)
    {
        Session = session;
        Verb = verb;
        Namespace = ns;
        Words = words;
    }

    public ShellSession Session { get; }

    public ShellVerb Verb { get; }

    /// <summary>The namespace it works in.</summary>
    public string Namespace { get; }

    public WordReader Words { get; }

    public IShellLab Lab => Session.Lab;

    public string Text { get; private set; } = "";

    public JsonNode? Json { get; private set; }

    public bool Ends { get; set; }

    /// <summary>Answers to the lines of a file.</summary>
    public IReadOnlyList<ShellLineReply>? Lines { get; set; }

    public void Say(string text, JsonNode? json = null)
    {
        Text = text;
        Json = json;
    }

    /// <summary>Reads the name of a device and asks it; its refusal becomes the verb's error.</summary>
    public async Task<T> AskAsync<T>(object request)
    {
        var answer = await Lab.AskAsync(new ToNamespace(Namespace, request)).ConfigureAwait(false);
        return answer switch
        {
            T right => right,
            Refused refusal => throw new ShellException(refusal.Reason),
            _ => throw new ShellException($"the lab answered {answer.GetType().Name} where {typeof(T).Name} was expected; please report it"),
        };
    }
}
