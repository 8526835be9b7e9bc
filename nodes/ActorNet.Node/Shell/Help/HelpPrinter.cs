using Spectre.Console;

namespace ActorNet.Node.Shell.Help;

/// <summary>Prints help.</summary>
internal static class HelpPrinter
{
    /// <summary>Prints what words ask for: the list without any.</summary>
    /// <returns>Null, or the sentence that says that there is no such topic.</returns>
    public static string? Print(IAnsiConsole console, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            PrintList(console);
            return null;
        }

        var topics = HelpTopics.Find(words);
        if (topics.Count == 0) return $"There is no help on \"{string.Join(' ', words)}\"; \"help\" lists what there is.";
        if (topics.Count == 1) PrintTopic(console, topics[0]);
        else if (topics[0].Name.Split(' ').Length == words.Count) PrintTopic(console, topics[0]);
        else PrintGroup(console, string.Join(' ', words), topics);
        return null;
    }

    private static void PrintList(IAnsiConsole console)
    {
        foreach (var (title, topics) in HelpTopics.Groups) PrintGroup(console, title, topics);
        console.WriteLine("help COMMAND says more, with an example. Tab completes words and names; Ctrl-R searches the history.");
    }

    private static void PrintGroup(IAnsiConsole console, string title, IReadOnlyList<HelpTopic> topics)
    {
        console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
        var width = HelpTopics.All.Max(t => t.Name.Length) + 2;
        foreach (var topic in topics)
        {
            console.Write(new Text("  " + topic.Name.PadRight(width), new Style(Color.Green)));
            console.WriteLine(topic.Summary);
        }

        console.WriteLine();
    }

    private static void PrintTopic(IAnsiConsole console, HelpTopic topic)
    {
        console.Write(new Text(topic.Name, new Style(Color.Green, decoration: Decoration.Bold)));
        console.WriteLine($": {topic.Summary}\n");
        Indented(console, topic.Syntax, Style.Plain);
        console.WriteLine();
        if (topic.Text.Length > 0) console.Write(new Padder(new Text(topic.Text)).Padding(0, 0, 0, 1));
        console.Write(new Text("example\n", new Style(decoration: Decoration.Bold)));
        Indented(console, topic.Example, new Style(Color.Aqua));
    }

    /// <summary>Lines as they are, so that they can be copied; the terminal breaks those that are too long.</summary>
    private static void Indented(IAnsiConsole console, string text, Style style)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) console.Write(new Text($"  {line}\n", style).Overflow(Overflow.Fold));
    }
}
