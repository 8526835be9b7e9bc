namespace ActorNet.Core.Sched;

/// <summary>Checked options of a class; each kind whose classes the user makes derives its own record.</summary>
public abstract record ClassOptions;

/// <summary>A discipline whose classes the user makes: what <c>tc class add, change, delete</c> need. Called by the namespace's owner.</summary>
public interface IClassEditor : IClassfulQdisc
{
    /// <summary>Makes a class, or changes the one of that number.</summary>
    /// <param name="classId">Handle of the class; 0 when the command gave none.</param>
    /// <param name="parent">Handle of the class it hangs under; <see cref="TcHandle.Root"/>, or the discipline's own, for none.</param>
    /// <param name="options">As parsed by the kind; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The kernel's warning, without the word; null for none.</returns>
    /// <exception cref="RtnlException">Refused; nothing was changed.</exception>
    string? ChangeClass(uint classId, uint parent, ClassOptions? options, Instant now);

    /// <summary>Deletes a class; what it holds is freed and counted as dropped by the discipline.</summary>
    /// <param name="minor">Of a class that exists.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="RtnlException">EBUSY: it has classes below, or filters that name it.</exception>
    void DeleteClass(uint minor, Instant now);
}
