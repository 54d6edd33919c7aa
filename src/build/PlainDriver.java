import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Copies the classes of SQLite's driver without what makes a short command wait for the virtual machine: the first lambda,
 * the first regular expression and the first {@code String.format} cost a cold Java 17 some 15 ms together, a quarter of a
 * whole command, and the driver has one of each on its way to the first row. The build runs this with
 * {@code java PlainDriver.java JAR FOLDER}; the package-info of {@code org.sqlite} says what it rests on.
 *
 * <ul>
 *   <li>A lambda becomes a class of its own, which is what the compiler made of it before Java 8.
 *   <li>A regular expression in a class's initializer is taken literally, so that it matches nothing: only column types
 *       and generated keys are looked up with those.
 *   <li>An EnumMap finds its keys by reflection, as {@code Enum.valueOf} does, which costs 6 ms on Java 25: the one becomes
 *       a TreeMap, which has the same order, and the other {@code org.sqlite.PlainEnum}.
 *   <li>An AtomicBoolean that is only set and read becomes {@code org.sqlite.PlainFlag}: the first one sets up Java's
 *       variable handles.
 *   <li>The configuration's {@code String.format} becomes that of {@code org.sqlite.PlainFormat}.
 * </ul>
 */
public final class PlainDriver {
    private static final int API = Opcodes.ASM9;
    private static final String PACKAGE = "org/sqlite/";
    /** What src/main/java/org/sqlite holds instead. */
    private static final List<String> REPLACED =
            List.of(PACKAGE + "SQLiteJDBCLoader", PACKAGE + "util/LoggerFactory", PACKAGE + "date/");

    private static final String PATTERN = "java/util/regex/Pattern";
    private static final String COMPILE_WITH_FLAGS = "(Ljava/lang/String;I)Ljava/util/regex/Pattern;";
    private static final String ENUM_MAP = "java/util/EnumMap";
    private static final String TREE_MAP = "java/util/TreeMap";
    private static final String PLAIN_ENUM = PACKAGE + "PlainEnum";
    private static final String NAMED = "(Ljava/lang/String;[Ljava/lang/Enum;)Ljava/lang/Enum;";
    private static final String FLAG = "java/util/concurrent/atomic/AtomicBoolean";
    private static final String PLAIN_FLAG = PACKAGE + "PlainFlag";
    private static final String PLAIN_FORMAT = PACKAGE + "PlainFormat";

    /** What is to be found in the driver: where one is not, an upgrade has changed it, and this has to change too. */
    private enum Patch {
        LAMBDA,
        PATTERN,
        ENUM_MAP,
        ENUM_BY_NAME,
        FLAG,
        FORMAT
    }

    private final Path folder;
    private final Set<String> unseen = new HashSet<>(REPLACED);
    private final Set<Patch> unapplied = EnumSet.allOf(Patch.class);

    private PlainDriver(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        PlainDriver driver = new PlainDriver(Path.of(arguments[1]));
        try (ZipFile jar = new ZipFile(arguments[0])) {
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(PACKAGE) && name.endsWith(".class") && !driver.isReplaced(name)) {
                    try (InputStream stream = jar.getInputStream(entry)) {
                        driver.copy(new ClassReader(stream));
                    }
                }
            }
        }
        if (!driver.unseen.isEmpty() || !driver.unapplied.isEmpty()) {
            throw new IllegalStateException("the driver has no " + driver.unseen + " and nothing for "
                    + driver.unapplied + " to change: compare it with src/main/java/org/sqlite");
        }
    }

    private boolean isReplaced(String file) {
        for (String replaced : REPLACED) {
            if (file.startsWith(replaced)) {
                unseen.remove(replaced);
                return true;
            }
        }
        return false;
    }

    private void copy(ClassReader reader) throws IOException {
        Bodies bodies = new Bodies();
        reader.accept(bodies, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new Copy(writer, bodies.found), 0);
        write(reader.getClassName(), writer);
    }

    private void write(String name, ClassWriter writer) {
        try {
            Path file = folder.resolve(name + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, writer.toByteArray());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Finds the methods that a class's lambdas call, each as its name and type. */
    private static final class Bodies extends ClassVisitor {
        private final Set<String> found = new HashSet<>();

        Bodies() {
            super(API);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            return new MethodVisitor(API) {
                @Override
                public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                    Handle body = (Handle) arguments[1];
                    found.add(body.getName() + body.getDesc());
                }
            };
        }
    }

    /** One class. */
    private final class Copy extends ClassVisitor {
        private final Set<String> bodies;
        private String name;
        private int lambdas;

        Copy(ClassVisitor next, Set<String> bodies) {
            super(API, next);
            this.bodies = bodies;
        }

        @Override
        public void visit(int version, int access, String className, String signature, String parent, String[] types) {
            name = className;
            super.visit(version, access, className, signature, parent, types);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            // The class that stands for a lambda has to reach its body.
            int reachable = bodies.contains(method + type) ? access & ~Opcodes.ACC_PRIVATE : access;
            MethodVisitor next = super.visitMethod(reachable, method, type, signature, thrown);
            return new Plain(next, method.equals("<clinit>"));
        }

        @Override
        public FieldVisitor visitField(int access, String field, String type, String signature, Object value) {
            return super.visitField(access, field, plain(type), signature, value);
        }

        /** The type of a field with what stands for an AtomicBoolean. */
        private static String plain(String type) {
            return type.replace(FLAG, PLAIN_FLAG);
        }

        private String nextLambda() {
            return name + "$Plain" + lambdas++;
        }

        /** One method. */
        private final class Plain extends MethodVisitor {
            private final boolean initializer;

            Plain(MethodVisitor next, boolean initializer) {
                super(API, next);
                this.initializer = initializer;
            }

            @Override
            public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                if (!bootstrap.getName().equals("metafactory")) {
                    throw new IllegalStateException("not a plain lambda in " + name);
                }
                String lambda = nextLambda();
                unapplied.remove(Patch.LAMBDA);
                write(lambda, new Lambda(lambda, call, type, arguments).written());
                super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, "make", type, false);
            }

            @Override
            public void visitTypeInsn(int code, String type) {
                super.visitTypeInsn(code, type.equals(ENUM_MAP) ? TREE_MAP : plain(type));
            }

            @Override
            public void visitFieldInsn(int code, String owner, String field, String type) {
                super.visitFieldInsn(code, owner, field, plain(type));
            }

            @Override
            public void visitMethodInsn(int code, String owner, String call, String type, boolean ofInterface) {
                if (initializer && owner.equals(PATTERN) && call.equals("compile")) {
                    unapplied.remove(Patch.PATTERN);
                    if (Type.getArgumentTypes(type).length == 2) {
                        super.visitInsn(Opcodes.POP);
                    }
                    super.visitIntInsn(Opcodes.BIPUSH, Pattern.LITERAL);
                    super.visitMethodInsn(code, owner, call, COMPILE_WITH_FLAGS, false);
                } else if (owner.equals(ENUM_MAP) && call.equals("<init>")) {
                    unapplied.remove(Patch.ENUM_MAP);
                    // Without the class of the keys, which a TreeMap does not ask for.
                    super.visitInsn(Opcodes.POP);
                    super.visitMethodInsn(code, TREE_MAP, call, "()V", false);
                } else if (owner.equals(FLAG)) {
                    unapplied.remove(Patch.FLAG);
                    super.visitMethodInsn(code, PLAIN_FLAG, call, type, false);
                } else if (owner.equals("java/lang/Enum") && call.equals("valueOf")) {
                    unapplied.remove(Patch.ENUM_BY_NAME);
                    super.visitInsn(Opcodes.SWAP);
                    super.visitInsn(Opcodes.POP);
                    super.visitMethodInsn(code, name, "values", "()[L" + name + ";", false);
                    super.visitMethodInsn(code, PLAIN_ENUM, "named", NAMED, false);
                } else if (owner.equals("java/lang/String") && call.equals("format") && name.endsWith("SQLiteConfig")) {
                    unapplied.remove(Patch.FORMAT);
                    super.visitMethodInsn(code, PLAIN_FORMAT, call, type, false);
                } else {
                    super.visitMethodInsn(code, owner, call, type, ofInterface);
                }
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                // For the flags.
                super.visitMaxs(initializer ? stack + 1 : stack, locals);
            }
        }
    }

    /** The class that stands for one lambda: a field for each value it captures, and a method that calls its body. */
    private static final class Lambda {
        private final String name;
        private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        private final Type[] captured;
        private final Handle body;
        private final boolean constructs;

        Lambda(String name, String method, String type, Object... bootstrap) {
            this.name = name;
            captured = Type.getArgumentTypes(type);
            body = (Handle) bootstrap[1];
            constructs = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            String implemented = Type.getReturnType(type).getInternalName();
            writer.visit(
                    Opcodes.V1_8, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, "java/lang/Object", new String[] {
                        implemented
                    });
            constructor();
            factory(type);
            implementation(method, (Type) bootstrap[0]);
        }

        ClassWriter written() {
            writer.visitEnd();
            return writer;
        }

        private String constructorType() {
            return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        }

        private void constructor() {
            MethodVisitor code = writer.visitMethod(0, "<init>", constructorType(), null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int variable = 1;
            for (int i = 0; i < captured.length; i++) {
                writer.visitField(Opcodes.ACC_FINAL, "captured" + i, captured[i].getDescriptor(), null, null);
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), variable);
                code.visitFieldInsn(Opcodes.PUTFIELD, name, "captured" + i, captured[i].getDescriptor());
                variable += captured[i].getSize();
            }
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(0, 0);
        }

        private void factory(String type) {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "make", type, null, null);
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            int variable = 0;
            for (Type value : captured) {
                code.visitVarInsn(value.getOpcode(Opcodes.ILOAD), variable);
                variable += value.getSize();
            }
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(), false);
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(0, 0);
        }

        private void implementation(String method, Type erased) {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
            if (constructs) {
                code.visitTypeInsn(Opcodes.NEW, body.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            Type[] wanted = wanted();
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, name, "captured" + i, captured[i].getDescriptor());
            }
            int variable = 1;
            int next = captured.length;
            for (Type given : erased.getArgumentTypes()) {
                code.visitVarInsn(given.getOpcode(Opcodes.ILOAD), variable);
                variable += given.getSize();
                convert(code, given, wanted[next++]);
            }
            code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
            Type result = constructs ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
            leave(code, result, erased.getReturnType());
            code.visitMaxs(0, 0);
        }

        /** The types that the body takes, its receiver first where it has one. */
        private Type[] wanted() {
            Type[] parameters = Type.getArgumentTypes(body.getDesc());
            if (constructs || body.getTag() == Opcodes.H_INVOKESTATIC) {
                return parameters;
            }
            Type[] withReceiver = new Type[parameters.length + 1];
            withReceiver[0] = Type.getObjectType(body.getOwner());
            System.arraycopy(parameters, 0, withReceiver, 1, parameters.length);
            return withReceiver;
        }

        private int opcode() {
            return switch (body.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
                // A body that is private in its class is no longer private in the copy.
                default -> Opcodes.INVOKEVIRTUAL;
            };
        }

        private static boolean isReference(Type type) {
            return type.getSort() >= Type.ARRAY;
        }

        private void convert(MethodVisitor code, Type given, Type wanted) {
            if (isReference(given) != isReference(wanted)) {
                throw new IllegalStateException("a lambda's argument is unboxed in " + name);
            }
            if (isReference(given) && !given.equals(wanted)) {
                code.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
            }
        }

        private void leave(MethodVisitor code, Type result, Type wanted) {
            if (wanted.getSort() == Type.VOID) {
                if (result.getSize() > 0) {
                    code.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
                }
                code.visitInsn(Opcodes.RETURN);
                return;
            }
            if (isReference(wanted) && !isReference(result)) {
                String box = box(result);
                String type = "(" + result.getDescriptor() + ")L" + box + ";";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", type, false);
            }
            code.visitInsn(wanted.getOpcode(Opcodes.IRETURN));
        }

        private String box(Type type) {
            return switch (type.getSort()) {
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.DOUBLE -> "java/lang/Double";
                case Type.BOOLEAN -> "java/lang/Boolean";
                default -> throw new IllegalStateException("a lambda's result is boxed in " + name);
            };
        }
    }
}
