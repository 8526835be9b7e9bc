namespace ActorNet.Core.Iproute2;

/// <summary>How output is wanted: the options that stand before the object of a command.</summary>
internal sealed class ShowOptions
{
    /// <summary>How often <c>-s</c> was given.</summary>
    public int Statistics { get; set; }

    /// <summary><c>-d</c>.</summary>
    public bool Details { get; set; }

    /// <summary><c>-j</c>.</summary>
    public bool Json { get; set; }

    /// <summary><c>-p</c>.</summary>
    public bool Pretty { get; set; }

    /// <summary><c>-o</c>: one line per object, line feeds inside it become backslashes.</summary>
    public bool Oneline { get; set; }

    /// <summary><c>-br</c>.</summary>
    public bool Brief { get; set; }

    /// <summary><c>-all</c>: every namespace.</summary>
    public bool All { get; set; }

    /// <summary>Address family asked for by <c>-4</c>, <c>-6</c>, <c>-0</c> or <c>-f</c>: inet, inet6, link; null for all.</summary>
    public string? Family { get; set; }

    /// <summary>What ends a line inside an object.</summary>
    public string LineEnd => Oneline ? "\\" : "\n";

    /// <summary>A writer of the shape that was asked for.</summary>
    public ShowWriter NewWriter() => new(Json, Pretty) { Details = Details };
}
